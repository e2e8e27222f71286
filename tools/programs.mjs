import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of the named programs on PATH or in the folders that a user's PATH often lacks; undefined when there is none. */
export function findProgram(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/libexec'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
}
