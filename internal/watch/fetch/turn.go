package fetch

import (
	"context"
	"time"
)

// turn waits until a host may be asked, and takes the turn.
func (c *Client) turn(ctx context.Context, host string) error {
	if wait := c.next[host].Sub(c.world.Now()); wait > 0 {
		if err := c.world.Sleep(ctx, wait); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	c.next[host] = c.world.Now().Add(max(c.options.Pause, c.delay[host]))
	return nil
}

// slow makes the pauses of a host longer, from now on.
func (c *Client) slow(host string, d time.Duration) {
	c.delay[host] = d
	c.next[host] = c.world.Now().Add(d)
}
