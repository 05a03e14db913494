package io.leasehold.sandbox.account;

import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import io.leasehold.sandbox.wire.Hmac;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns sessions into session tokens and back. The token carries the whole session under a keyed hash, and the secret
 * follows from the access key id, so that the sandbox keeps nothing per session however many are made.
 */
public final class SessionTokens {

    private static final int MAC_LENGTH = 32;
    private static final int SECRET_BYTES = 30;
    /** Makes tokens start with the letters that people know from AWS. */
    private static final byte[] HEAD = {0x21, 0x0a, 0x23};

    private final Hmac key;

    /** Tokens under a key of 32 bytes that no other sandbox has. */
    public SessionTokens(byte[] key) {
        this.key = Hmac.sha256(key);
    }

    /** The token of a session. */
    public String seal(Session session) {
        byte[] body = write(session);
        ByteArrayOutputStream token = new ByteArrayOutputStream(body.length + MAC_LENGTH);
        token.writeBytes(body);
        token.writeBytes(key.of(body));
        return Base64.getEncoder().encodeToString(token.toByteArray());
    }

    /** The session in a token; {@code InvalidClientTokenId} when this sandbox did not make it. */
    public Session open(String token) {
        byte[] bytes = decode(token);
        int length = bytes.length - MAC_LENGTH;
        if (length <= 0) {
            throw invalid();
        }
        byte[] body = Arrays.copyOf(bytes, length);
        if (!MessageDigest.isEqual(key.of(body), Arrays.copyOfRange(bytes, length, bytes.length))) {
            throw invalid();
        }
        return read(body);
    }

    /** The secret access key of a session, 40 characters. */
    public String secretOf(String accessKeyId) {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(key.of("secret:" + accessKeyId), SECRET_BYTES));
    }

    static AwsException invalid() {
        return AwsError.INVALID_CLIENT_TOKEN_ID.with("The security token included in the request is invalid.");
    }

    private static byte[] decode(String token) {
        try {
            return Base64.getDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static byte[] write(Session session) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(HEAD);
            out.writeByte(session.kind().ordinal());
            out.writeUTF(session.accessKeyId());
            out.writeUTF(session.principalId());
            out.writeUTF(session.name());
            out.writeLong(session.issuedAt().toEpochMilli());
            out.writeLong(session.expiresAt().toEpochMilli());
            out.writeBoolean(session.mfa());
            out.writeUTF(session.sourceIdentity());
            out.writeUTF(session.policy());
            writeAll(out, session.policyArns());
            writeAll(out, List.copyOf(session.tags().keySet()));
            writeAll(out, List.copyOf(session.tags().values()));
            writeAll(out, session.transitiveTagKeys());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Session read(byte[] body) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            in.skipNBytes(HEAD.length);
            return new Session(
                    Session.Kind.values()[in.readByte()],
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()),
                    Instant.ofEpochMilli(in.readLong()),
                    in.readBoolean(),
                    in.readUTF(),
                    in.readUTF(),
                    readAll(in),
                    zip(readAll(in), readAll(in)),
                    readAll(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeAll(DataOutputStream out, List<String> texts) throws IOException {
        out.writeByte(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static Map<String, String> zip(List<String> keys, List<String> values) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return map;
    }
}
