package org.ntksweep.jobs.source.read;

import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.ntksweep.core.matrix.Device;

/** The GPU that Spark has given to a task. */
public final class TaskDevice {
  private static final String GPU = "gpu";

  private TaskDevice() {}

  /** Makes the running task compute on its own GPU, if it asked Spark for one. */
  public static void use() {
    TaskContext task = TaskContext.get();
    ResourceInformation gpus = task == null ? null : task.resourcesJMap().get(GPU);
    if (gpus != null && gpus.addresses().length > 0) {
      Device.use(Integer.parseInt(gpus.addresses()[0]));
    }
  }
}
