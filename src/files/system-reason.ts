/** What the system's error codes mean, in words that complete `<path>: …`. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk did not do its work',
  EFBIG: 'the file would be larger than this system or its limits allow',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EBUSY: 'the file is in use by another program',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'the links point at each other',
};

/** The code of a system error, such as `ENOENT`; undefined for any other value, Node's own `ERR_…` among them. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** Why the system refused, in words. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) {
    return REASONS[code] ?? code;
  }
  return error instanceof Error ? error.message : String(error);
}
