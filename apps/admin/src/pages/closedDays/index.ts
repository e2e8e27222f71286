import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

const page = pageOf(() => import('./ClosedDaysPage'), 'ClosedDaysPage');

export const closedDays: PageFolder = {
  key: 'closedDays',
  messages,
  routes: [{ path: '/closed-days', page, needs: 'closedDay.read' }],
  menu: [{ group: 'cases', to: '/closed-days', label: 'closedDays.title', icon: EventBusyOutlined, needs: 'closedDay.read' }],
};
