import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { useMay } from '../../providers/session';
import { useScopedPath } from '../../shared/scope';
import { EmptyState } from '../../shared/states';

/** No branch to turn anything on in: whoever may set up stores is shown where. */
export function NothingYet() {
  const t = useTranslate();
  const may = useMay();
  const scoped = useScopedPath();
  const mayMake = may('org.read') && may('orgNode.create');
  const action = mayMake && (
    <Button variant="contained" component={Link} to={scoped('/org')}>
      {t('coverage.setUp')}
    </Button>
  );
  return <EmptyState kind="nothing" text={t('coverage.none')} hint={t('coverage.noneHint')} action={action || undefined} />;
}
