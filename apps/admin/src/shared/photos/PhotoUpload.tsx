import AddAPhoto from '@mui/icons-material/AddAPhotoOutlined';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useRef } from 'react';
import { useErrorText } from '../errors';
import { v } from '../../theme/vars';
import type { Sending, usePhotoUpload } from './usePhotoUpload';

const Root = styled('div')({
  display: 'grid',
  gap: 8,
  justifyItems: 'start',
  '& ul': { listStyle: 'none', margin: 0, padding: 0 },
});
const Item = styled('li')({ display: 'grid', gap: 4, padding: '4px 0', '& [role="alert"]': { color: v.danger } });

type Upload = ReturnType<typeof usePhotoUpload>;

function Row({ sending, onAgain }: { sending: Sending; onAgain: () => void }) {
  const t = useTranslate();
  const errorText = useErrorText();
  const { name } = sending.file;
  if (sending.error === null) {
    const label = t('cases.photos.sending', { name });
    return (
      <Item>
        <span className="hw-meta">{label}</span>
        <LinearProgress variant="determinate" value={Math.round(sending.part * 100)} aria-label={label} />
      </Item>
    );
  }
  return (
    <Item>
      <span role="alert">{`${name} · ${errorText(sending.error)}`}</span>
      <Button size="small" variant="outlined" onClick={onAgain}>
        {t('cases.photos.again', { name })}
      </Button>
    </Item>
  );
}

/** Chooses photos and sends them at once; what did not arrive stays with its reason. */
export function PhotoUpload({ upload, label }: { upload: Upload; label: string }) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Root>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          void upload.send(files);
        }}
      />
      <Button variant="outlined" startIcon={<AddAPhoto />} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span className="hw-meta">{t('cases.photos.allowed')}</span>
      <ul>
        {upload.sendings.map((sending) => (
          <Row key={sending.key} sending={sending} onAgain={() => void upload.again(sending)} />
        ))}
      </ul>
      {upload.added > 0 && <span role="status">{t('cases.photos.added', { n: upload.added })}</span>}
    </Root>
  );
}
