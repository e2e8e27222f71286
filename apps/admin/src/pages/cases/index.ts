import GavelOutlined from '@mui/icons-material/GavelOutlined';
import InboxOutlined from '@mui/icons-material/InboxOutlined';
import MoveToInboxOutlined from '@mui/icons-material/MoveToInboxOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors } from './errorMessages';
import { messages } from './messages';

export const cases: PageFolder = {
  key: 'cases',
  messages,
  errors,
  routes: [
    { path: '/queue', page: pageOf(() => import('./QueuePage'), 'QueuePage'), needs: 'case.read' },
    { path: '/cases/:id', page: pageOf(() => import('./CasePage'), 'CasePage'), needs: 'case.read' },
    {
      path: '/receiving',
      page: pageOf(() => import('./receiving/ReceivingPage'), 'ReceivingPage'),
      needs: 'case.registerDropIn',
    },
    { path: '/disputes', page: pageOf(() => import('./disputes/DisputesPage'), 'DisputesPage'), needs: 'case.verdict' },
  ],
  menu: [
    { group: 'cases', to: '/queue', label: 'cases.queue.title', icon: InboxOutlined, needs: 'case.read', goKey: 'q' },
    {
      group: 'cases',
      to: '/receiving',
      label: 'cases.receiving.title',
      icon: MoveToInboxOutlined,
      needs: 'case.registerDropIn',
    },
    { group: 'cases', to: '/disputes', label: 'cases.disputes.title', icon: GavelOutlined, needs: 'case.verdict' },
  ],
};
