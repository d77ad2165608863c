package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"time"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
	"stemma/internal/web"
)

type serveCommand struct {
	pileFlag
	serveFlags
}

// serveFlags say where the screens are shown.
type serveFlags struct {
	Port int      `help:"The port on this computer; 0 takes any free one." default:"8033"`
	Open bool     `help:"Open the browser too." negatable:"" default:"true"`
	Gold []string `help:"Say how often Stemma is right by these annotated texts (.txtar) or folders of them, and not by those that come with it." type:"existingpath" placeholder:"PATH"`
}

// Run shows the pile until it is interrupted. One that must be lined up first is shown when that
// is done, and how far it is until then.
func (c *serveCommand) Run(w *world) error {
	s, err := c.ready(w)
	if err != nil {
		return err
	}
	defer func() {
		if s != nil {
			s.Close()
		}
	}()
	return c.serve(w, writes{rule: writing(c.Pile, decide), keep: writing(c.Pile, keepSearch)}, func(tell func(pipeline.Progress)) (_ store.Reader, err error) {
		if s == nil {
			s, err = c.mend(w, tell)
		}
		return s, err
	})
}

// writes are where what the screens send goes.
type writes struct {
	rule func(context.Context, web.Decision) error
	keep func(context.Context, stemma.SearchEntry) error
}

// writing gives what keeps something that the screens send in a pile. The pile is opened for
// writing only as long as that takes, so that others can add to it meanwhile.
func writing[T any](pile string, keep func(context.Context, store.Store, T) error) func(context.Context, T) error {
	return func(ctx context.Context, what T) error {
		s, err := sqlite.Open(ctx, pile, sqlite.Options{})
		if err != nil {
			return err
		}
		defer s.Close()
		return keep(ctx, s, what)
	}
}

// serve answers on the loopback address only. A port that is taken gives way to any
// free one when it is the default. What open gives is shown; meanwhile it may tell how far it is.
func (f serveFlags) serve(w *world, to writes, open func(tell func(pipeline.Progress)) (store.Reader, error)) error {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", f.Port))
	if err != nil && f.Port == 8033 {
		listener, err = net.Listen("tcp", "127.0.0.1:0")
	}
	if err != nil {
		return fmt.Errorf("port %d cannot be used (%v); choose another with --port: %w", f.Port, err, stemma.ErrConflict)
	}
	address := "http://" + listener.Addr().String() + "/"
	fmt.Fprintf(w.out, "Showing the pile at %s\nPress ctrl-C to stop.\n", address)
	screens := newScreens(web.Options{Version: versionName(), Rule: to.rule, Keep: to.keep, By: userName(), Now: time.Now})
	server := &http.Server{
		Handler: screens, ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(w.ctx) },
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	if f.Open {
		openBrowser(address)
	}
	pile, err := open(screens.tell)
	switch {
	case w.ctx.Err() != nil: // it need not be ready any more
		err = nil
	case err == nil:
		lib := newLibrary(pile)
		lib.Labelled, lib.Sparing = labelled(f.Gold), pipeline.Sparing
		screens.show(lib)
		go lib.KeepPrepared(w.ctx)
		select {
		case err = <-done:
		case <-w.ctx.Done():
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if shut := server.Shutdown(ctx); err == nil {
		return shut
	}
	return fmt.Errorf("showing the pile: %w", err)
}

// openBrowser asks the desktop to open an address. Where there is no desktop nothing
// happens: the address was printed.
func openBrowser(address string) {
	var c *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		c = exec.Command("open", address)
	case "windows":
		c = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	default:
		c = exec.Command("xdg-open", address)
	}
	if c.Start() == nil {
		go c.Wait()
	}
}
