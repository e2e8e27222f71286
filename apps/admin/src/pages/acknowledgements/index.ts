import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

const page = pageOf(() => import('./AcknowledgementsPage'), 'AcknowledgementsPage');
const needs = 'acknowledgement.read';

export const acknowledgements: PageFolder = {
  key: 'acknowledgements',
  messages,
  errors,
  routes: [{ path: '/acknowledgements', page, needs }],
  menu: [{ group: 'rules', to: '/acknowledgements', label: 'acknowledgements.title', icon: FactCheckOutlined, needs }],
};
