import Search from '@mui/icons-material/SearchOutlined';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState, type SyntheticEvent } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { Loaded } from '../../shared/states';
import { findOrdersDocument } from './documents';

const Form = styled('form')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: 12,
  marginBottom: 16,
  '& > .MuiTextField-root': { width: 'min(320px, 100%)' },
});

const Found = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 16 });

/** From an order's number to what applied to it and who set that. */
export function OrderSearch({ onOpen }: { onOpen: (orderId: string) => void }) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const query = useApiQuery(findOrdersDocument, { search: asked }, { enabled: asked !== '' });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(text.trim());
  };
  return (
    <>
      <Form role="search" onSubmit={submit}>
        <TextField
          id="audit-order"
          label={t('audit.order.label')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          helperText={t('audit.order.help')}
        />
        <Button type="submit" variant="outlined" startIcon={<Search />} disabled={text.trim() === ''} sx={{ marginTop: 3 }}>
          {t('audit.order.find')}
        </Button>
      </Form>
      {asked !== '' && (
        <Loaded query={query} failed={t('audit.order.failed')}>
          {({ orders }) => (
            <Found role="status">
              {orders.items.length === 0 && <span className="hw-hint">{t('audit.order.none', { text: asked })}</span>}
              {orders.items.map(({ id, code, node, buyerName }) => (
                <Button key={id} variant="text" onClick={() => onOpen(id)}>
                  {t('audit.order.hit', { code, unit: node.name, buyer: buyerName })}
                </Button>
              ))}
            </Found>
          )}
        </Loaded>
      )}
    </>
  );
}
