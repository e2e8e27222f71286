import type { StaffActor } from './actor.js';
import type { Language } from './views.js';

/** The language of a file: the one that was asked for, else the person's own. */
export const fileLanguage = (asked: string | null, actor: StaffActor): Language =>
  asked === 'zh' || asked === 'en' ? asked : (actor.language ?? 'zh');
