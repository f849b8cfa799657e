package org.ntksweep.jobs.folder.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A JSON object that carries the checksum of what it says.
 *
 * @param object what it says, without the checksum
 * @param isSealed whether it has one; older versions wrote none
 */
public record SealedJson(ObjectNode object, boolean isSealed) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final String SEAL = "crc32c";

  /** The object with its checksum. */
  public static ObjectNode sealed(ObjectNode object) {
    return object.deepCopy().put(SEAL, Digest.checksum(object.toString()));
  }

  /**
   * Reads a text.
   *
   * @throws JsonProcessingException if it is no object, or says other than was sealed
   */
  public static SealedJson parse(String text) throws JsonProcessingException {
    if (JSON.readTree(text) instanceof ObjectNode object) {
      boolean isSealed = object.has(SEAL);
      String seal = object.path(SEAL).asText();
      object.remove(SEAL);
      if (isSealed && !seal.equals(Digest.checksum(object.toString()))) {
        throw new JsonMappingException(null, SealedText.BROKEN);
      }
      return new SealedJson(object, isSealed);
    }
    throw new JsonMappingException(null, "not a JSON object");
  }
}
