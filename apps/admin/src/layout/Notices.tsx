import Close from '@mui/icons-material/CloseOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import TaskAlt from '@mui/icons-material/TaskAltOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useNotificationContext, useTranslate, type NotificationPayload } from 'ra-core';
import { useCallback, useEffect } from 'react';
import { v } from '../theme/vars';

const SIX_SECONDS = 6000;

const Stack = styled('div')({
  position: 'fixed',
  bottom: 16,
  left: '50%',
  zIndex: 1400,
  display: 'grid',
  gap: 8,
  width: 'min(560px, calc(100vw - 32px))',
  transform: 'translateX(-50%)',
  '@media (max-width: 599.95px)': { bottom: 'calc(72px + env(safe-area-inset-bottom))' },
});

const Bar = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  padding: '10px 4px 10px 12px',
  borderRadius: 6,
  color: v.surface,
  backgroundColor: v.ink,
  boxShadow: v.shadow,
  '&[data-tone="error"]': { color: v.tone.trouble.ink, backgroundColor: v.tone.trouble.ground },
  '&[data-tone="warning"]': { color: v.tone.act.ink, backgroundColor: v.tone.act.ground },
  '& > svg': { width: 18, height: 18, flex: 'none', marginTop: 2 },
  '& > div': { flex: 1, minWidth: 0 },
  '& button': { margin: '-7px 0', color: 'inherit' },
});

interface NoticeProps {
  readonly notice: NotificationPayload;
  readonly onClose: (notice: NotificationPayload) => void;
}

function Notice({ notice, onClose }: NoticeProps) {
  const t = useTranslate();
  const failed = notice.type === 'error';
  const { message, notificationOptions } = notice;
  useEffect(() => {
    if (failed) return undefined;
    const timer = setTimeout(() => onClose(notice), SIX_SECONDS);
    return () => clearTimeout(timer);
  }, [failed, notice, onClose]);
  const Icon = failed || notice.type === 'warning' ? ErrorOutline : TaskAlt;
  return (
    <Bar role={failed ? 'alert' : 'status'} data-tone={notice.type}>
      <Icon aria-hidden />
      <div>{typeof message === 'string' ? t(message, { _: message, ...notificationOptions?.messageArgs }) : message}</div>
      <IconButton onClick={() => onClose(notice)} aria-label={t('shared.dialog.close')}>
        <Close />
      </IconButton>
    </Bar>
  );
}

const keys = new WeakMap<NotificationPayload, number>();
let next = 0;

/** The same notice keeps its place, and its seconds, when another one before it is closed. */
function keyOf(notice: NotificationPayload): number {
  const key = keys.get(notice) ?? next++;
  keys.set(notice, key);
  return key;
}

/** What `notify` was given, newest last: six seconds for what was done, until it is closed for what failed. */
export function Notices() {
  const { notifications, setNotifications } = useNotificationContext();
  const close = useCallback(
    (notice: NotificationPayload) => setNotifications((before) => before.filter((each) => each !== notice)),
    [setNotifications],
  );
  return (
    <Stack>
      {notifications.map((notice) => (
        <Notice key={keyOf(notice)} notice={notice} onClose={close} />
      ))}
    </Stack>
  );
}
