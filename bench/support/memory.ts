import { existsSync, readFileSync } from 'node:fs';

/** The most memory (MB) that a process has held since it began; null where the system does not say. */
export function peakMemory(pid: number): number | null {
  const file = `/proc/${String(pid)}/status`;
  if (!existsSync(file)) return null;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(file, 'utf8')) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
