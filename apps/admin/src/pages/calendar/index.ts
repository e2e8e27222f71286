import EventNote from '@mui/icons-material/EventNoteOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

const page = pageOf(() => import('./CalendarPage'), 'CalendarPage');

export const calendar: PageFolder = {
  key: 'calendar',
  messages,
  routes: [{ path: '/calendar', page, needs: 'policy.read' }],
  menu: [{ group: 'rules', to: '/calendar', label: 'calendar.title', icon: EventNote, needs: 'policy.read' }],
};
