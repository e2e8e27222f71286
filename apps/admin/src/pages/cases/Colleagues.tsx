import GroupOutlined from '@mui/icons-material/GroupOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { request } from '../../providers/request';
import { useFormat } from '../../shared/format';
import { v } from '../../theme/vars';
import { attendDocument, colleaguesDocument, leaveDocument, type Colleague } from './presenceDocuments';

/** Well within the time that the API takes a word of presence for. */
const EVERY = 8_000;

const Line = styled('p')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  margin: 0,
  padding: '6px 10px',
  borderRadius: 6,
  color: v.tone.act.ink,
  backgroundColor: v.tone.act.ground,
  '& > svg': { width: 18, height: 18, flex: 'none' },
});

/** Says that this person has the case open, for as long as its page is shown, and who else has. */
export function useAttend(id: string): readonly Colleague[] {
  const { data } = useApiQuery(attendDocument, { id }, { refetchInterval: EVERY });
  useEffect(() => () => void request(leaveDocument, { id }).catch(() => undefined), [id]);
  return data?.attendCase ?? [];
}

/** Who has it open, without opening it. */
export function useColleagues(id: string): readonly Colleague[] {
  const { data } = useApiQuery(colleaguesDocument, { id }, { refetchInterval: EVERY });
  return data?.case?.id === id ? data.case.colleagues : [];
}

/** 「王芳正在处理」: two people need not decide one case. */
export function AtWork({ colleagues }: { colleagues: readonly Colleague[] }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <div role="status">
      {colleagues.length > 0 && (
        <Line>
          <GroupOutlined aria-hidden />
          {t('cases.colleagues', { names: format.names(colleagues.map(({ personName }) => personName)) })}
        </Line>
      )}
    </div>
  );
}
