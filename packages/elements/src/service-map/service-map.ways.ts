import { geoLink, handoversInGcj02, type HandoverTarget } from '@fulian/sdk/stores/service-map';
import type { ServiceMapView } from './service-map.view.js';

/** A map of others that shows the way: a link, or what the page's adapter does. */
export interface Way {
  readonly target: HandoverTarget;
  readonly href?: string;
  readonly open?: () => void;
}

/** The maps that the selected point can be handed to. None for a confidential one (S5). */
export function waysOf(view: ServiceMapView): readonly Way[] {
  const { point } = view.state.selected!;
  if (!point?.position || point.confidential) return [];
  const { openLocation, appName } = view.page;
  const { name, position, address } = point;
  const place = { name, address, ...position };
  const offered: Way[] = [];
  for (const one of handoversInGcj02(place, { source: appName })) {
    if (one.target === 'wechat') {
      const open = () => {
        openLocation!(one.openLocation);
        view.handedOver(one.target);
      };
      // Inside WeChat the links to other apps are blocked: its own map comes first.
      if (openLocation) offered.unshift({ target: one.target, open });
    } else if (one.target !== 'apple' || /Mac OS X/.test(navigator.userAgent)) {
      offered.push(one);
    }
  }
  if (/Android/.test(navigator.userAgent)) {
    const open = async () => {
      view.handedOver('geo');
      window.location.assign((await geoLink(place)).href);
    };
    // Where what converts cannot be fetched, the other maps cannot be either.
    offered.push({ target: 'geo', open: () => void open().catch(() => undefined) });
  }
  return offered;
}
