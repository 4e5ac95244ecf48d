import { Component, input, signal } from '@angular/core';
import { flElements } from '@fulian/elements/angular';
import type { Client } from '@fulian/elements/client';

/** What an Angular page may write; the compiler says nothing. */
@Component({ selector: 'app-right', imports: [flElements], templateUrl: './right.html' })
export class Right {
  readonly client = input.required<Client>();
  protected readonly elder = signal(false);
  protected readonly ballot = signal<string | null>(null);
  protected readonly labels = [{ name: '清溪县', lng: 101.5, lat: 25.1 }];

  protected told(step: string): string {
    return step;
  }
}
