import { render, type LitElement, type TemplateResult } from 'lit';

/**
 * One test's page: renders into it, waits until it is quiet, finds things in shadow roots, cleans up behind itself. Waits
 * for no frame, which a browser does not paint for a page in the background.
 */
export class Environment {
  private readonly stages: HTMLElement[] = [];

  /** Puts `template` into the page and waits until all of it is drawn; returns its first element. */
  async render<Type extends Element>(template: TemplateResult): Promise<Type> {
    const stage = document.createElement('div');
    this.stages.push(stage);
    document.body.append(stage);
    render(template, stage);
    await this.settle(stage);
    return stage.firstElementChild as Type;
  }

  /** Waits until nothing at or below `root` is waiting to be drawn. */
  async settle(root: ParentNode = document): Promise<void> {
    let waiting: LitElement[];
    do {
      waiting = ([root, ...everything(root)] as LitElement[]).filter((one) => one.isUpdatePending);
      await Promise.all(waiting.map(({ updateComplete }) => updateComplete));
    } while (waiting.length > 0);
  }

  /** The first element at any depth of shadow roots below `root` that matches; throws where there is none. */
  find(root: ParentNode, selector: string): HTMLElement {
    const found = everything(root).find((one) => one.matches(selector));
    if (!found) throw new Error(`Nothing matches '${selector}'`);
    return found as HTMLElement;
  }

  /** Takes everything out of the page again. */
  cleanUp(): void {
    for (const stage of this.stages.splice(0)) stage.remove();
  }
}

/** All elements below `root`, those in shadow roots included. */
function everything(root: ParentNode): Element[] {
  const own = root instanceof Element && root.shadowRoot ? everything(root.shadowRoot) : [];
  const below = [...root.querySelectorAll('*')];
  return [...own, ...below.flatMap((one) => (one.shadowRoot ? [one, ...everything(one.shadowRoot)] : [one]))];
}
