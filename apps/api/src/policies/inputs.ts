import { BadInput } from '../common/errors.js';

const MAX_NAME = 100;
const MAX_REASON = 500;
const MAX_NOTES = 10_000;

/** @throws BadInput */
export function readPolicyName(text: string): string {
  const name = text.trim();
  if (name.length === 0 || name.length > MAX_NAME)
    throw new BadInput('name', `A policy's name has 1 to ${String(MAX_NAME)} characters.`, { min: 1, max: MAX_NAME });
  return name;
}

/** An optional line of text; null where it is blank. @throws BadInput */
export function readReason(field: string, text: string | null | undefined): string | null {
  const line = text?.trim() ?? '';
  if (line.length > MAX_REASON) throw new BadInput(field, `At most ${String(MAX_REASON)} characters.`, { max: MAX_REASON });
  return line === '' ? null : line;
}

/** A line of text that has to be there. @throws BadInput */
export function requireReason(text: string): string {
  const reason = readReason('reason', text);
  if (reason === null) throw new BadInput('reason', 'Say why: others will read it.', { min: 1, max: MAX_REASON });
  return reason;
}

/** @throws BadInput */
export function readNotes(text: string): string {
  if (text.length > MAX_NOTES) throw new BadInput('notes', `At most ${String(MAX_NOTES)} characters.`, { max: MAX_NOTES });
  return text.trim();
}
