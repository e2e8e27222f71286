import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { UrlDrawer, useDrawer } from '../dialog';
import { OrderTrail } from './OrderTrail';

/** Opens what applied to an order, and who is behind it, beside the page. */
export function OrderRulesButton({ orderId }: { orderId: string }) {
  const t = useTranslate();
  const drawer = useDrawer('promise');
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => drawer.open(orderId)}>
        {t('orderRules.open')}
      </Button>
      <UrlDrawer drawer={drawer} title={t('orderRules.title')}>
        {(id) => <OrderTrail orderId={id} />}
      </UrlDrawer>
    </>
  );
}
