import { fireEvent, screen } from '@testing-library/react';
import { renderPage } from '../../../testing/render';
import { fieldOf } from '../../../testing/kinds';
import { AmountInput, OptionalAmount } from './numbers';

const share = { ...fieldOf('modifyMax'), unit: 'bps' };

it('takes a share in per cent and keeps it in basis points', () => {
  const seen: number[] = [];
  renderPage(<AmountInput field={share} value={5_000} onChange={(bps) => seen.push(bps)} label="share" />);
  expect(screen.getByLabelText('share')).toHaveValue('50');
  expect(screen.getByText('%')).toBeVisible();
  fireEvent.change(screen.getByLabelText('share'), { target: { value: '37.5' } });
  fireEvent.change(screen.getByLabelText('share'), { target: { value: 'half' } });
  expect(seen).toEqual([3_750, Number.NaN]);
});

it('leaves a bound of it open where it is left empty', () => {
  const seen: (number | null)[] = [];
  renderPage(<OptionalAmount field={share} value={2_000} onChange={(bps) => seen.push(bps)} label="bound" />);
  fireEvent.change(screen.getByLabelText('bound'), { target: { value: '' } });
  expect(seen).toEqual([null]);
});
