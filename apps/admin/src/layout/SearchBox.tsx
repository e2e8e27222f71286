import Search from '@mui/icons-material/SearchOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMay } from '../providers/session';
import { useLetterKeys } from '../shared/keyboard';
import { useGo } from '../shared/scope';
import { FindBox, useTyped } from '../shared/search';
import { v } from '../theme/vars';
import { useSearchHits, type Hit } from './searchHits';

export const SEARCH_ID = 'hw-search';

const GroupName = styled('div')({ padding: '4px 16px 0', color: v.ink2, fontSize: 12, lineHeight: '20px' });
const Options = styled('ul')({ padding: 0 });

/** A viewer who has no page about units is led to the rules in force there. */
function usePathOf(): (hit: Hit) => string {
  const may = useMay();
  const units = may('org.read') ? '/org/' : '/effective/';
  return (hit) => `${{ cases: '/cases/', orders: '/orders/', units }[hit.kind]}${hit.id}`;
}

/** Goes to a case, an order or a unit by its code or name. */
export function SearchBox({ autoFocus = false, onGo }: { autoFocus?: boolean; onGo?: () => void }) {
  const t = useTranslate();
  const go = useGo();
  const pathOf = usePathOf();
  const [letters] = useLetterKeys();
  const typed = useTyped();
  const hits = useSearchHits(typed.search);
  const open = (hit: Hit) => {
    go(pathOf(hit));
    onGo?.();
  };
  return (
    <FindBox<Hit>
      id={SEARCH_ID}
      typed={typed}
      found={hits}
      hint="layout.search.hint"
      none="layout.search.none"
      onFound={open}
      getOptionLabel={(hit) => hit.code}
      getOptionKey={(hit) => hit.kind + hit.id}
      groupBy={(hit) => t(`layout.search.${hit.kind}`)}
      renderGroup={({ key, group, children }) => (
        <li key={key} role="none">
          <div role="group" aria-label={group}>
            <GroupName aria-hidden>{group}</GroupName>
            <Options role="none">{children}</Options>
          </div>
        </li>
      )}
      renderOption={({ key, ...props }, hit) => (
        <li key={key} {...props}>
          <div>
            <div className="hw-tabular">{hit.code}</div>
            <div className="hw-meta">{hit.detail}</div>
          </div>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder={t(letters && !autoFocus ? 'layout.search.placeholderKey' : 'layout.search.placeholder')}
          autoFocus={autoFocus}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': t('layout.search.label') },
            input: {
              ...params.slotProps.input,
              startAdornment: (
                <InputAdornment position="start">
                  <Search fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
      )}
    />
  );
}
