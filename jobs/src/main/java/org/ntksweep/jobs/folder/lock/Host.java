package org.ntksweep.jobs.folder.lock;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This machine. */
final class Host {
  private Host() {}

  /** What it calls itself. */
  static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
