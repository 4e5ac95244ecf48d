import { Component } from '@angular/core';
import { flElements } from '@fulian/elements/angular';

/** Each line of the template below a `wrong` must be refused, and no other. */
@Component({ selector: 'app-wrong', imports: [flElements], templateUrl: './wrong.html' })
export class Wrong {
  protected number(step: number): number {
    return step;
  }
}
