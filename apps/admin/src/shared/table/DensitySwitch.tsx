import DensityMedium from '@mui/icons-material/DensityMediumOutlined';
import DensitySmall from '@mui/icons-material/DensitySmallOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useStore, useTranslate } from 'ra-core';
import type { Density } from '../../providers/store';
import { useIsPhone } from '../useIsPhone';

/** Rows of 40 or of 32 px, remembered on this device. */
export function DensitySwitch() {
  const t = useTranslate();
  const [density, setDensity] = useStore<Density>('density', 'comfortable');
  if (useIsPhone()) return null;
  const other = density === 'comfortable' ? 'compact' : 'comfortable';
  const label = t(`shared.table.${other}`);
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={() => setDensity(other)}>
        {other === 'compact' ? <DensitySmall /> : <DensityMedium />}
      </IconButton>
    </Tooltip>
  );
}
