// Preloaded into a process: copies what it writes to the files of one folder, and when it forces them to the
// disk, to a log from which a power cut at any moment can be played.
// Records: kind (O W T S U A), two 64-bit numbers, a length, so many bytes.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int log_fd = -1;
static const char *folder;
static unsigned char tracked[4096];

static void start(void) {
  if (log_fd >= 0) return;
  folder = getenv("MBU_LOGGED_FOLDER");
  log_fd = syscall(SYS_openat, AT_FDCWD, getenv("MBU_WRITE_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static void put(char kind, int64_t a, int64_t b, const void *bytes, uint32_t length) {
  start();
  struct __attribute__((packed)) { char kind; int64_t a, b; uint32_t length; } head = {kind, a, b, length};
  struct iovec parts[2] = {{&head, sizeof head}, {(void *)bytes, length}};
  syscall(SYS_writev, log_fd, parts, 2);
}

static void opened(int fd, const char *path) {
  start();
  if (fd < 0 || fd >= 4096) return;
  tracked[fd] = folder && strncmp(path, folder, strlen(folder)) == 0;
  if (tracked[fd]) put('O', fd, 0, path, strlen(path));
}

static int is_tracked(int fd) { return fd >= 0 && fd < 4096 && tracked[fd]; }

#define OPEN(name)                                                        \
  int name(const char *path, int flags, ...) {                            \
    va_list rest;                                                         \
    va_start(rest, flags);                                                \
    int mode = va_arg(rest, int);                                         \
    va_end(rest);                                                         \
    int fd = syscall(SYS_openat, AT_FDCWD, path, flags, mode);            \
    opened(fd, path);                                                     \
    return fd;                                                            \
  }
OPEN(open)
OPEN(open64)

static ssize_t logged_pwrite(int fd, const void *bytes, size_t count, off_t at) {
  ssize_t done = syscall(SYS_pwrite64, fd, bytes, count, at);
  if (done > 0 && is_tracked(fd)) put('W', fd, at, bytes, done);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return logged_pwrite(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) { return logged_pwrite(fd, bytes, count, at); }

ssize_t write(int fd, const void *bytes, size_t count) {
  // An acknowledgement counts from the moment that it could be seen.
  if (fd == 1) put('A', 0, 0, bytes, count);
  ssize_t done = syscall(SYS_write, fd, bytes, count);
  if (done > 0 && is_tracked(fd)) put('W', fd, lseek(fd, 0, SEEK_CUR) - done, bytes, done);
  return done;
}

static int truncated(int fd, off_t size) {
  int result = syscall(SYS_ftruncate, fd, size);
  if (result == 0 && is_tracked(fd)) put('T', fd, size, "", 0);
  return result;
}
int ftruncate(int fd, off_t size) { return truncated(fd, size); }
int ftruncate64(int fd, off_t size) { return truncated(fd, size); }

static int synced(int fd, int result) {
  if (result == 0 && is_tracked(fd)) put('S', fd, 0, "", 0);
  return result;
}
int fsync(int fd) { return synced(fd, syscall(SYS_fsync, fd)); }
int fdatasync(int fd) { return synced(fd, syscall(SYS_fdatasync, fd)); }

int unlink(const char *path) {
  start();
  if (folder && strncmp(path, folder, strlen(folder)) == 0) put('U', 0, 0, path, strlen(path));
  return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}
