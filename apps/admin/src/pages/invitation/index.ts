import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

export const invitation: PageFolder = {
  key: 'invitation',
  messages,
  errors,
  routes: [{ path: '/invitation/:token', page: pageOf(() => import('./InvitationPage'), 'InvitationPage'), outside: true }],
};
