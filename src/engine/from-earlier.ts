import { Failure } from '../text/failure.js';
import { machineRefusal } from '../text/machine-refusal.js';
import type { Engine } from './engine.js';

/**
 * Does work that reads tables of an earlier night. What cannot be read of them is no failure of this night: it gives null,
 * and nothing more is taken of that night. Work that was done by then must hold by itself.
 */
export async function fromEarlier<T>(engine: Engine, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    // To be stopped, or a full disk, is no damage of theirs.
    if (error instanceof Failure || machineRefusal(error) !== null) throw error;
    engine.earlier?.giveUp();
    return null;
  }
}
