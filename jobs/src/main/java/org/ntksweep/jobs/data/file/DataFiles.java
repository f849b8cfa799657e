package org.ntksweep.jobs.data.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.jobs.data.DataReader;
import org.ntksweep.jobs.data.DataRequest;
import org.ntksweep.jobs.data.FileData;
import org.ntksweep.jobs.data.HeapShare;
import org.ntksweep.jobs.data.SweepData;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.Secrets;

/** Reads examples from files and folders, by local path or at any URI Hadoop can reach. */
public final class DataFiles implements DataReader {
  private final Configuration configuration;

  /** A reader with these settings of Hadoop. */
  public DataFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public SweepData read(DataRequest request) {
    String location = Secrets.redact(Reason.told(request.location()));
    try {
      if (Secrets.isIn(request.location())) {
        throw new DataException(
            "has a password in it, which config.yaml would show; settings of Hadoop give it");
      }
      return new FileData(
          examples(request, LabelledFiles.at(Place.at(request.location(), configuration))));
    } catch (DataException e) {
      throw new DataException(location + ": " + e.getMessage());
    } catch (FileNotFoundException e) {
      throw new DataException(location + ": there is no such file or folder");
    } catch (IOException e) {
      throw new DataException(location + ": cannot be read: " + Reason.of(e));
    } catch (OutOfMemoryError e) {
      throw new DataException(location + ": " + HeapShare.half().tooLarge().getMessage());
    } catch (RuntimeException | FSError e) { // libraries throw whatever they come upon
      throw new DataException(location + ": cannot be read: " + Reason.of(e));
    }
  }

  private static TrainingData examples(DataRequest request, LabelledFiles files)
      throws IOException {
    var train = files.train();
    Examples examples = request.choice().from(train, request.inputs(), request.targets());
    Optional<Examples> tests = Optional.empty();
    if (request.tests() > 0) {
      tests =
          Optional.of(
              request
                  .choice()
                  .test(train, files.test(), request.tests(), request.inputs(), request.targets()));
    }
    return new TrainingData(examples, tests);
  }
}
