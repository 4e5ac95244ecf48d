import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import { flElements } from '@fulian/elements/angular';

/** What somebody comes for. */
type Matter = 'help' | 'track' | 'map';

/** A column of a city's platform; properties of the elements follow signals. */
@Component({
  selector: 'app-root',
  imports: [flElements],
  templateUrl: './app.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly matters: readonly { id: Matter; name: string }[] = [
    { id: 'help', name: '求助登记' },
    { id: 'track', name: '进展查询' },
    { id: 'map', name: '服务网点' },
  ];
  protected readonly matter = signal<Matter>('help');
  protected readonly elder = signal(false);
  protected readonly isSent = signal(false);
  protected readonly step = signal('');
  protected readonly labels = [{ name: '柳桥镇', lng: 118.36, lat: 27.93 }];
  protected readonly title = computed(() => this.matters.find(({ id }) => id === this.matter())?.name);

  protected open(matter: Matter): void {
    this.matter.set(matter);
    this.isSent.set(false);
    this.step.set('');
  }
}
