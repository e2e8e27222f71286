import { screen } from '@testing-library/react';
import { dictionary } from '../../i18n/dictionary';
import { flatten } from '../../i18n/messages';
import { renderPage } from '../../testing/render';
import { CaseStateChip, ChangeChip, CoverageChip, RuleValueChip, UmbrellaChip, VersionChip } from './chips';
import { looks, lookOf } from './table';

const known = new Set(dictionary.flatMap((part) => flatten(part.zh)).map(([key]) => key));

describe('chips', () => {
  it('have a text for every code', () => {
    const keys = Object.entries(looks).flatMap(([group, codes]) => Object.keys(codes).map((code) => `chip.${group}.${code}`));
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });

  it('show icon, text and tone, and are not pressed', () => {
    renderPage(<CaseStateChip state="APPLIED" />);
    const chip = screen.getByText('待商家处理').parentElement!;
    expect(chip.dataset['tone']).toBe('act');
    expect(chip.querySelector('svg')).not.toBeNull();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('tell a failed payout from a refund that is being processed', () => {
    renderPage(
      <>
        <CaseStateChip state="REFUNDING" />
        <CaseStateChip state="REFUNDING" payoutFailed />
        <CaseStateChip state="REFUNDED" payoutFailed />
      </>,
      { locale: 'en' },
    );
    expect(screen.getByText('Refund processing')).toBeInTheDocument();
    expect(screen.getByText('Payout failed')).toBeInTheDocument();
    expect(screen.getByText('Refunded')).toBeInTheDocument();
  });

  it('call the same state of a change and of a version alike', () => {
    renderPage(
      <>
        <ChangeChip state="draft" />
        <VersionChip status="draft" />
      </>,
    );
    expect(screen.getAllByText('草稿')).toHaveLength(2);
  });

  it('say the note of a lock to those who cannot see its tooltip', () => {
    renderPage(<RuleValueChip state="locked" note="由 总部 锁定" />);
    expect(screen.getByText('由 总部 锁定')).toBeInTheDocument();
  });

  it('show a code that is new by itself, calmly', () => {
    renderPage(
      <>
        <UmbrellaChip code="paused" />
        <CoverageChip state="on" />
      </>,
    );
    expect(screen.getByText('paused')).toBeInTheDocument();
    expect(screen.getByText('已开通')).toBeInTheDocument();
    expect(lookOf('umbrella', 'paused').tone).toBe('done');
  });
});
