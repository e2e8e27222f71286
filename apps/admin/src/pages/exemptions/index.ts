import LockOpenOutlined from '@mui/icons-material/LockOpenOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

const page = pageOf(() => import('./ExemptionsPage'), 'ExemptionsPage');

export const exemptions: PageFolder = {
  key: 'exemptions',
  messages,
  errors,
  routes: [{ path: '/exemptions', page, needs: 'exemption.read' }],
  menu: [{ group: 'rules', to: '/exemptions', label: 'exemptions.title', icon: LockOpenOutlined, needs: 'exemption.read' }],
};
