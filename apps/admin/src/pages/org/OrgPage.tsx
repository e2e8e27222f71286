import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../../providers/session';
import { NodeTree } from '../../shared/node';
import { PageHeader, Sheet } from '../../shared/page';
import { ScopedLink, useScopedPath } from '../../shared/scope';
import { useUrlFilters } from '../../shared/url';
import { FoundUnits } from './FoundUnits';
import { TreeAside } from './TreeAside';
import { UnitPanel } from './UnitPanel';

const Columns = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
  alignItems: 'start',
  '& > aside': { position: 'sticky', top: 72 },
  // Where only one of the two has room: the tree until a unit is chosen, then the unit and the way back.
  '@media (max-width: 899.95px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& > aside': { position: 'static' },
    '&[data-chosen="true"] > section, &[data-chosen="false"] > aside': { display: 'none' },
  },
});

const Back = styled('p')({ display: 'none', marginBottom: 12, '@media (max-width: 899.95px)': { display: 'block' } });

/** The chain's tree, opened level by level or searched, with the chosen unit beside it (O1–O2). */
export function OrgPage() {
  const t = useTranslate();
  const navigate = useNavigate();
  const scoped = useScopedPath();
  const { home } = useViewer();
  const { id: chosen } = useParams();
  const id = chosen ?? home.id;
  const filters = useUrlFilters('search');
  const search = filters.values.search;
  const choose = (unit: { readonly id: string }) =>
    void navigate(scoped(`/org/${unit.id}${search === '' ? '' : `?search=${encodeURIComponent(search)}`}`));
  return (
    <>
      <PageHeader title={t('org.title')} scoped={false} meta={home.name} />
      <Columns data-chosen={chosen !== undefined}>
        <Sheet>
          <TextField
            label={t('org.search')}
            value={search}
            onChange={(event) => filters.set({ search: event.target.value })}
            fullWidth
            sx={{ marginBottom: 2 }}
          />
          {search === '' ? (
            <NodeTree label={t('org.title')} selectedId={id} onChoose={choose} aside={(unit) => <TreeAside unit={unit} />} />
          ) : (
            <FoundUnits search={search} currentId={id} onChoose={choose} onClear={filters.clear} />
          )}
        </Sheet>
        <aside>
          <Back>
            <ScopedLink to="/org">{t('org.back')}</ScopedLink>
          </Back>
          <UnitPanel id={id} onGo={choose} />
        </aside>
      </Columns>
    </>
  );
}
