import { handoverLinks, type HandoverTarget } from '@fulian/sdk/stores/service-map';
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
  const { userAgent } = navigator;
  const offered: Way[] = [];
  for (const one of handoverLinks({ name, address, ...position }, { source: appName })) {
    if (one.target === 'wechat') {
      const open = () => {
        openLocation!(one.openLocation);
        view.handedOver(one.target);
      };
      // Inside WeChat the links to other apps are blocked: its own map comes first.
      if (openLocation) offered.unshift({ target: one.target, open });
    } else if (
      one.target === 'apple' ? /Mac OS X/.test(userAgent) : one.target !== 'geo' || /Android/.test(userAgent)
    ) {
      offered.push(one);
    }
  }
  return offered;
}
