package org.ntksweep.jobs.shell;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;

/** Whether anybody is there to ask for the files of HDFS: Hadoop itself would try for long. */
public final class NameNodes {
  private static final String SOCKETS = "hadoop.rpc.socket.factory.class.default";
  private static final String STANDARD = "org.apache.hadoop.net.StandardSocketFactory";
  private static final int DEFAULT_PORT = 8020;
  private static final int PATIENCE_MILLIS = 5000;

  private NameNodes() {}

  /**
   * Fails if nobody answers at a URI of HDFS. Names that stand for several hosts, and hosts that
   * are reached by way of others, are left to Hadoop.
   *
   * @throws IOException which names host and port
   */
  public static void check(URI location, Configuration configuration) throws IOException {
    String host = location.getHost();
    if (!"hdfs".equals(location.getScheme())
        || host == null
        || configuration.getTrimmedStringCollection("dfs.nameservices").contains(host)
        || !configuration.get(SOCKETS, STANDARD).equals(STANDARD)) {
      return;
    }
    int port = location.getPort() < 0 ? DEFAULT_PORT : location.getPort();
    try (Socket connection = new Socket()) {
      connection.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException("nobody answers at " + host + ":" + port);
    }
  }
}
