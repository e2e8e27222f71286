import type { PageFolder } from '../registry';
import { messages } from './messages';

/** Has no route of its own: it is what every other address shows. */
export const notFound: PageFolder = { key: 'notFound', messages, routes: [] };
