import Autocomplete, { type AutocompleteProps } from '@mui/material/Autocomplete';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useErrorText } from '../errors';
import { useDebounced } from '../useDebounced';

interface Typed {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What is asked for, once nothing more is typed. */
  readonly search: string;
}

/** What somebody types into a box that finds. */
export function useTyped(): Typed {
  const [text, setText] = useState('');
  return { text, setText, search: useDebounced(text.trim()) };
}

type Box<Found> = AutocompleteProps<Found, false, false, false>;
type Look = 'id' | 'getOptionLabel' | 'getOptionKey' | 'groupBy' | 'renderGroup' | 'renderOption' | 'renderInput' | 'sx';

interface FindBoxProps<Found> extends Pick<Box<Found>, Look> {
  readonly typed: Typed;
  readonly found: { readonly data: Found[] | undefined; readonly error: unknown; readonly isFetching: boolean };
  /** Keys of what it says while nothing is typed, and where nothing was found. */
  readonly hint: string;
  readonly none: string;
  readonly onFound: (found: Found) => void;
}

/** Finds on the server what is typed, and empties itself once something is chosen. */
export function FindBox<Found>({ typed, found, hint, none, onFound, ...look }: FindBoxProps<Found>) {
  const t = useTranslate();
  const errorText = useErrorText();
  const { text, setText, search } = typed;
  const { data = [], error, isFetching } = found;
  const nothing = error ? errorText(error) : t(search === '' ? hint : none, { text: search });
  return (
    <Autocomplete<Found>
      {...look}
      options={data}
      value={null}
      inputValue={text}
      onInputChange={(_, value, reason) => reason !== 'reset' && setText(value)}
      onChange={(_, chosen) => {
        if (!chosen) return;
        setText('');
        onFound(chosen);
      }}
      filterOptions={(options) => options}
      loading={isFetching}
      loadingText={t('shared.state.loading')}
      noOptionsText={nothing}
      blurOnSelect
      autoHighlight
      popupIcon={null}
      clearText={t('layout.keys.close')}
    />
  );
}
