package io.leasehold.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/** Temporary folders of runs that were killed: their servers are ended and the folders removed by the next run. */
record AbandonedFolders(Path parent, UserPrincipal owner) {
    /** Removes those of this account that nobody holds; others' folders and folders in use are left alone. */
    void removeAll() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PostgresFolder.Temporary.PREFIX + "*")) {
            for (final Path folder : folders) {
                if (isOurs(folder)) {
                    removeIfFree(folder);
                }
            }
        }
    }

    /** Removes a folder and what is in it, without following links. What is gone already is no error. */
    static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new Removal());
    }

    private boolean isOurs(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.exists(folder.resolve(FolderLock.FILE_NAME), LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner);
    }

    private static void removeIfFree(Path folder) throws IOException {
        final Optional<FolderLock> lock = FolderLock.tryTake(folder);
        if (lock.isPresent()) {
            final PostgresHome home = new PostgresHome(folder.toRealPath());
            PostmasterProcess.find(home.cluster()).ifPresent(PostmasterProcess::end);
            remove(home.root());
            lock.get().close();
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
