package io.leasehold.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to use a folder, held by one process at a time. The system takes it back when the process ends in whatever
 * way, so there is nothing to clean up after a crash.
 */
final class FolderLock implements AutoCloseable {
    static final String FILE_NAME = "lock";
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing if another process (or another part of this one) holds it. */
    static Optional<FolderLock> tryTake(Path folder) throws IOException {
        final FileChannel channel = FileChannel.open(
                folder.resolve(FILE_NAME),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new FolderLock(channel));
    }

    /** The process that wrote its id last, for a message. */
    static String holder(Path folder) {
        try {
            return "process " + Files.readString(folder.resolve(FILE_NAME)).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            final FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
