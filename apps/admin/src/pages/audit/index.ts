import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

export const audit: PageFolder = {
  key: 'audit',
  messages,
  routes: [{ path: '/audit', page: pageOf(() => import('./AuditPage'), 'AuditPage'), needs: 'audit.read' }],
  menu: [{ group: 'setup', to: '/audit', label: 'audit.title', icon: HistoryOutlined, needs: 'audit.read' }],
};
