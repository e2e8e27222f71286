import { BadInput } from '../common/errors.js';

/** A name as it is kept: without space around it, 1 to 100 characters. @throws BadInput */
export function personName(text: string): string {
  const name = text.trim();
  if (name.length < 1 || name.length > 100) throw new BadInput('name', 'A name has 1 to 100 characters.', { min: 1, max: 100 });
  return name;
}
