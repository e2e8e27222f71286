import type { PageFolder } from '../registry';
import { errors, messages } from './messages';

/** React-admin shows the page at `/login` by itself. */
export const signIn: PageFolder = { key: 'signIn', messages, errors, routes: [] };
