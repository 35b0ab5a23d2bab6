package dev.upkeep.touch.guard;

import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads replies ahead of the client library and stops those that could hurt it.
///
/// Jedis allocates what a bulk header announces, reserves what an array header announces and
/// recurses into nested arrays. So every byte is checked against the grammar of RESP2
/// ([specification](https://redis.io/docs/latest/develop/reference/protocol-spec/)) before it is
/// passed on, and a header is judged before Jedis has seen its end. Nothing is buffered here.
///
/// Some servers use what is harmless of RESP3 unasked: null, boolean, numbers and verbatim strings
/// pass; attributes and pushes, which are not what was asked for, are left out.
final class RespGuard extends FilterInputStream {
  static final int MAX_BULK_BYTES = 1024 * 1024;
  static final int MAX_LINE_BYTES = 64 * 1024;
  static final int MAX_ELEMENTS = 1024;
  static final int MAX_DEPTH = 4;
  static final long MAX_TOTAL_BYTES = 4L * 1024 * 1024;

  private enum State {
    TYPE,
    TEXT,
    LENGTH,
    LENGTH_END,
    BODY
  }

  /// What Redis keeps at most under a key, unless it is told otherwise.
  private static final long LARGEST_VALUE = 512L * 1024 * 1024;

  private static final int NONE = -1;

  private final int[] openElements = new int[MAX_DEPTH];
  private final boolean[] extras = new boolean[MAX_DEPTH];
  private int replies;
  private int depth;

  /// The depth at which an attribute or push began that is being left out, or [#NONE].
  private int hiddenFrom = NONE;

  private State state = State.TYPE;
  private int type;
  private long length;
  private boolean negative;
  private int lineBytes;
  private boolean afterCarriageReturn;
  private long bodyLeft;
  private long total;

  RespGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    while (b >= 0 && !passes(b)) {
      b = in.read();
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    while (true) {
      int n = in.read(buffer, offset, count);
      int kept = 0;
      for (int i = 0; i < n; i++) {
        byte b = buffer[offset + i];
        if (passes(b & 0xff)) {
          buffer[offset + kept++] = b;
        }
      }
      if (n <= 0 || kept > 0) {
        return n <= 0 ? n : kept;
      }
    }
  }

  /// Checks a byte, and says whether it belongs to a reply.
  private boolean passes(int b) throws RespViolation {
    boolean hidden = hiddenFrom != NONE;
    check(b);
    return !hidden && hiddenFrom == NONE;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check(int b) throws RespViolation {
    if (++total > MAX_TOTAL_BYTES) {
      throw violation(TouchPhrase.TOO_MUCH.with(MAX_TOTAL_BYTES));
    }
    switch (state) {
      case TYPE -> begin(b);
      case TEXT -> text(b);
      case LENGTH -> length(b);
      case LENGTH_END -> lengthEnd(b);
      case BODY -> {
        if (--bodyLeft == 0) {
          elementEnded();
        }
      }
    }
  }

  private void begin(int b) throws RespViolation {
    type = b;
    lineBytes = 0;
    afterCarriageReturn = false;
    length = 0;
    negative = false;
    state =
        switch (b) {
          case '+', '-', ':', '_', '#', ',', '(' -> State.TEXT;
          case '$', '=', '*' -> State.LENGTH;
          case '|' -> extraBegins();
          case '>' -> {
            if (depth > 0) {
              throw violation(TouchPhrase.PUSH_IN_LIST.with());
            }
            yield extraBegins();
          }
          default -> throw new RespViolation(TouchPhrase.NO_REDIS.with(), total == 1 ? b : -1);
        };
  }

  private State extraBegins() {
    if (hiddenFrom == NONE) {
      hiddenFrom = depth;
    }
    return State.LENGTH;
  }

  private void text(int b) throws RespViolation {
    if (afterCarriageReturn) {
      // Jedis takes a carriage return and the byte after it together: behind two of them it would
      // not see the line end that we see, and what we take for a value it would take for headers.
      if (b != '\n') {
        throw violation(TouchPhrase.LINE_IN_LINE.with());
      }
      elementEnded();
      return;
    }
    afterCarriageReturn = b == '\r';
    if (++lineBytes > MAX_LINE_BYTES) {
      throw violation(TouchPhrase.LONG_LINE.with(MAX_LINE_BYTES));
    }
  }

  private void length(int b) throws RespViolation {
    if (b == '\r' && lineBytes > (negative ? 1 : 0)) {
      state = State.LENGTH_END;
    } else if (b == '-' && lineBytes == 0) {
      negative = true;
    } else if (b >= '0' && b <= '9' && lineBytes < 11) {
      length = length * 10 + (b - '0');
    } else {
      throw violation(TouchPhrase.NO_LENGTH.with());
    }
    lineBytes++;
  }

  private void lengthEnd(int b) throws RespViolation {
    if (b != '\n') {
      throw violation(TouchPhrase.NO_LENGTH.with());
    }
    if (negative) {
      if (length != 1 || (type != '$' && type != '*')) {
        throw violation(TouchPhrase.NEGATIVE_LENGTH.with());
      }
      elementEnded();
    } else if (type == '$' || type == '=') {
      if (length > MAX_BULK_BYTES) {
        throw depth == 0 && length <= LARGEST_VALUE
            ? RespViolation.largeValue(length, replies)
            : violation(TouchPhrase.LARGE_VALUE.with(length));
      }
      bodyLeft = length + 2;
      state = State.BODY;
    } else {
      arrayBegins();
    }
  }

  private void arrayBegins() throws RespViolation {
    boolean extra = type == '|' || type == '>';
    long elements = type == '|' ? 2 * length : length;
    if (elements > MAX_ELEMENTS) {
      throw violation(TouchPhrase.LONG_LIST.with(elements));
    }
    if (elements == 0) {
      if (extra) {
        extraEnded();
      } else {
        elementEnded();
      }
      return;
    }
    if (depth == MAX_DEPTH) {
      throw violation(TouchPhrase.DEEP_LISTS.with(MAX_DEPTH));
    }
    extras[depth] = extra;
    openElements[depth++] = (int) elements;
    state = State.TYPE;
  }

  private void elementEnded() {
    state = State.TYPE;
    while (depth > 0 && --openElements[depth - 1] == 0) {
      depth--;
      if (extras[depth]) {
        extraEnded();
        return;
      }
    }
    if (depth == 0) {
      replies++;
    }
  }

  /// It was no element of what is around it.
  private void extraEnded() {
    state = State.TYPE;
    if (hiddenFrom == depth) {
      hiddenFrom = NONE;
    }
  }

  private static RespViolation violation(Sentence what) {
    return new RespViolation(what, -1);
  }
}
