import type { SvgIconComponent } from '@mui/icons-material';
import AccountTree from '@mui/icons-material/AccountTreeOutlined';
import Autorenew from '@mui/icons-material/AutorenewOutlined';
import Block from '@mui/icons-material/BlockOutlined';
import Check from '@mui/icons-material/CheckOutlined';
import Circle from '@mui/icons-material/CircleOutlined';
import Code from '@mui/icons-material/CodeOutlined';
import KeyboardReturn from '@mui/icons-material/KeyboardReturnOutlined';
import LinkOff from '@mui/icons-material/LinkOffOutlined';
import DragHandle from '@mui/icons-material/DragHandleOutlined';
import DonutLarge from '@mui/icons-material/DonutLargeOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import EditNote from '@mui/icons-material/EditNoteOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Event from '@mui/icons-material/EventOutlined';
import Gavel from '@mui/icons-material/GavelOutlined';
import Handshake from '@mui/icons-material/HandshakeOutlined';
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined';
import History from '@mui/icons-material/HistoryOutlined';
import Inventory2 from '@mui/icons-material/Inventory2Outlined';
import LocalShipping from '@mui/icons-material/LocalShippingOutlined';
import Lock from '@mui/icons-material/LockOutlined';
import LockOpen from '@mui/icons-material/LockOpenOutlined';
import MailOutline from '@mui/icons-material/MailOutlineOutlined';
import MoveToInbox from '@mui/icons-material/MoveToInboxOutlined';
import Outbox from '@mui/icons-material/OutboxOutlined';
import Pause from '@mui/icons-material/PauseOutlined';
import Payments from '@mui/icons-material/PaymentsOutlined';
import RateReview from '@mui/icons-material/RateReviewOutlined';
import RemoveCircle from '@mui/icons-material/RemoveCircleOutlineOutlined';
import Report from '@mui/icons-material/ReportOutlined';
import Storefront from '@mui/icons-material/StorefrontOutlined';
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined';
import SyncDisabled from '@mui/icons-material/SyncDisabledOutlined';
import TaskAlt from '@mui/icons-material/TaskAltOutlined';
import ThumbDown from '@mui/icons-material/ThumbDownOutlined';
import Tune from '@mui/icons-material/TuneOutlined';
import Visibility from '@mui/icons-material/VisibilityOutlined';
import type { Tone } from '../../theme/tokens';

export interface Look {
  readonly tone: Tone;
  readonly icon: SvgIconComponent;
}

const look = (tone: Tone, icon: SvgIconComponent): Look => ({ tone, icon });

/** console.md's table of chips; texts are the messages `chip.<group>.<code>`. */
export const looks = {
  umbrella: {
    inProgress: look('flow', Autorenew),
    ended: look('done', TaskAlt),
    exchanged: look('good', SwapHoriz),
    exchangeClosed: look('done', SyncDisabled),
  },
  case: {
    APPLIED: look('act', Storefront),
    NEED_INFO: look('wait', EditNote),
    AWAIT_CONSENT: look('wait', Handshake),
    REJECTED: look('trouble', ThumbDown),
    AWAIT_RETURN: look('wait', LocalShipping),
    AWAIT_RECEIPT: look('act', MoveToInbox),
    RECEIPT_REFUSED: look('trouble', Report),
    AWAIT_RESHIP: look('act', Outbox),
    AWAIT_BUYER_RECEIPT: look('wait', Inventory2),
    REFUNDING: look('flow', Payments),
    PAYOUT_FAILED: look('trouble', ErrorOutline),
    DISPUTED: look('act', Gavel),
    REFUNDED: look('good', TaskAlt),
    CLOSED: look('done', RemoveCircle),
    DONE: look('good', TaskAlt),
  },
  reminded: {
    reshipDue: look('trouble', Outbox),
    disputeOpen: look('trouble', Gavel),
    refundDueSoon: look('act', Payments),
    parcelStale: look('trouble', HourglassEmpty),
    parcelLost: look('trouble', Report),
    parcelReturned: look('trouble', KeyboardReturn),
  },
  rule: {
    inherited: look('done', AccountTree),
    default: look('done', AccountTree),
    customised: look('own', Edit),
    locked: look('done', Lock),
    bounded: look('done', Code),
    adjusted: look('act', Tune),
    exempt: look('wait', LockOpen),
  },
  drift: {
    dead: look('trouble', Lock),
    redundant: look('done', DragHandle),
    detached: look('act', LinkOff),
    customised: look('own', Edit),
  },
  risk: {
    lookClosely: look('act', Visibility),
  },
  job: {
    waiting: look('flow', Autorenew),
    done: look('good', Check),
    unchanged: look('done', Circle),
    changed: look('done', Circle),
    failed: look('trouble', ErrorOutline),
  },
  jobStatus: {
    running: look('flow', Autorenew),
    partlyFailed: look('trouble', ErrorOutline),
    finished: look('good', Check),
  },
  acknowledgement: {
    delivered: look('done', MailOutline),
    seen: look('flow', Visibility),
    accepted: look('good', TaskAlt),
    overdue: look('trouble', ErrorOutline),
  },
  exemption: {
    upcoming: look('flow', Event),
    live: look('wait', LockOpen),
    dormant: look('done', Pause),
    ended: look('done', TaskAlt),
  },
  coverage: {
    on: look('good', Check),
    off: look('done', Circle),
    suspended: look('trouble', Pause),
    pilot: look('flow', DonutLarge),
  },
  rollout: {
    running: look('flow', DonutLarge),
    paused: look('act', Pause),
    finished: look('good', TaskAlt),
    cancelled: look('done', Block),
  },
  claim: {
    open: look('act', Payments),
    recovered: look('good', TaskAlt),
    refused: look('trouble', ThumbDown),
    withdrawn: look('done', RemoveCircle),
  },
  change: {
    draft: look('done', Edit),
    inReview: look('act', RateReview),
    scheduled: look('flow', Event),
    live: look('good', Check),
    stale: look('trouble', History),
    cancelled: look('done', Block),
  },
  version: {
    draft: look('done', Edit),
    published: look('good', Check),
    deprecated: look('done', History),
    retired: look('done', Block),
  },
} as const satisfies Record<string, Record<string, Look>>;

export type ChipGroup = keyof typeof looks;
export type ChipCode<G extends ChipGroup> = keyof (typeof looks)[G] & string;

/** Unknown codes (an API newer than this page) keep their text and look settled, not alarming. */
export function lookOf(group: ChipGroup, code: string): Look {
  const known: Readonly<Record<string, Look>> = looks[group];
  return known[code] ?? look('done', Circle);
}
