// Command stemma reads a pile of saved news pages and shows what the texts say, who
// says it, and which are copies of which.
//
// It takes command lines and prints views; this is the only program that wires the
// rooms together and names a database. It promises the exit codes below, results on
// standard output and everything else on standard error, and no socket beyond
// loopback but those of “stemma watch”. It decides nothing about texts.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"stemma"
)

// Exit codes, told in the help.
const (
	exitOK       = 0
	exitFailed   = 1 // the disk, the database or the network failed; or verify found damage
	exitUsage    = 2 // the command line makes no sense
	exitNotFound = 3 // what was asked for is not there
	exitConflict = 4 // another process is writing to the pile
)

// version is what is built in by a release; a build from a checkout shows its commit.
var version = ""

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// commands are the command line, in the order of the help.
type commands struct {
	Add      addCommand      `cmd:"" help:"Take saved pages into a pile: folders, HTML, text, PDF, WARC, feeds, mail, archives."`
	Watch    watchCommand    `cmd:"" help:"Ask feeds and folders for new pages, add them, and say what changed. The only command that uses the network."`
	Serve    serveCommand    `cmd:"" help:"Show a pile in the browser."`
	Demo     demoCommand     `cmd:"" help:"Read the example pile and show it in the browser."`
	Export   exportCommand   `cmd:"" help:"Print all that a pile holds, for other programs."`
	Dossier  dossierCommand  `cmd:"" help:"Write a folder to hand over: tolls, timeline and quotes, each line footnoted to its sentence."`
	Overview overviewCommand `cmd:"" help:"Say in short what a pile holds, where its texts agree and where not."`
	Texts    textsCommand    `cmd:"" help:"List the texts, family by family, or show one with all that was found in it."`
	Stories  storiesCommand  `cmd:"" help:"List which texts are about one event or one chain of events, or show one story."`
	Quotes   quotesCommand   `cmd:"" help:"List quotations by speaker, variants together."`
	Figures  figuresCommand  `cmd:"" help:"List stated figures: deaths, votes, polls, money …"`
	Tolls    tollsCommand    `cmd:"" help:"Show one measure over time: who said what number when, who first, who most, who least."`
	Victims  victimsCommand  `cmd:"" help:"List people who were harmed, one by one: name, age, where, when, how, by whom."`
	Votes    votesCommand    `cmd:"" help:"List votes: for, against, abstained, needed, on what, where, when."`
	Polls    pollsCommand    `cmd:"" help:"List opinion polls: who asked, when, of what, per cent."`
	Measures measuresCommand `cmd:"" help:"List curfews, states of emergency and bans: by whom, where, from when, at what hours."`
	Demands  demandsCommand  `cmd:"" help:"List demands: who of whom, what."`
	Times    timesCommand    `cmd:"" help:"List expressions of time with their dates."`
	Names    namesCommand    `cmd:"" help:"List people, organisations and places."`
	Events   eventsCommand   `cmd:"" help:"List dated events, as a timeline."`
	Map      mapCommand      `cmd:"" help:"List the places where the texts play: where they are, how many independent texts say what of them."`
	Copies   copiesCommand   `cmd:"" help:"List which texts are copies of which, or compare two."`
	Family   familyCommand   `cmd:"" help:"Show the family of a text as a tree: who was made from whom."`
	Find     findCommand     `cmd:"" help:"Say which texts of a pile share words with a file, without adding it."`
	Rule     ruleCommand     `cmd:"" help:"Decide: a finding is right, wrong or mended, two names are one, a text is no copy …"`
	Rulings  rulingsCommand  `cmd:"" help:"List what people have decided."`
	Clashes  clashesCommand  `cmd:"" help:"List where texts do not say the same."`
	Search   searchCommand   `cmd:"" help:"Find sentences by words, phrases and fields."`

	Problems problemsCommand `cmd:"" help:"List what could not be read, why, and what to do."`
	Verify   verifyCommand   `cmd:"" help:"Check that every original and every statement is where it was, or that a dossier is as it was made."`
	Rebuild  rebuildCommand  `cmd:"" help:"Make all that was found anew from the originals and rulings, by the rules of this version."`
	Golden   goldenCommand   `cmd:"" help:"Print an article with its findings, as a test that can be corrected."`
	Eval     evalCommand     `cmd:"" help:"Say how well annotated texts are read: precision and recall by kind, language and rule."`
	Rules    rulesCommand    `cmd:"" help:"Print the rules that findings name, with a sentence that each matches."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// world is what every command gets to work with.
type world struct {
	ctx      context.Context
	out, err io.Writer
}

const about = `Stemma reads piles of saved news pages: what they say, who says it, which are copies of which.

Begin with “stemma demo”, or with “stemma add FOLDER” and then “stemma serve”.

Exit codes: 0 done; 1 disk, database or network failed, or verify found damage; 2 the command line makes no sense; 3 not found; 4 another process is writing to the pile.`

// run is the whole program; it gives the exit code.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	var c commands
	exited := -1
	parser, err := kong.New(&c, kong.Name("stemma"), kong.Description(about), kong.Writers(out, errs),
		kong.UsageOnError(), kong.Exit(func(code int) { exited = code }), kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}))
	if err != nil {
		panic(err) // the commands are part of the program
	}
	k, err := parser.Parse(spelt(args))
	switch {
	case exited >= 0:
		return exited
	case err != nil:
		fmt.Fprintf(errs, "stemma: %v\nRun “%s” to see what there is.\n", err, helpFor(err))
		return exitUsage
	}
	return tell(errs, k.Run(&world{ctx: ctx, out: out, err: errs}))
}

// tell prints an error and gives the exit code that it stands for. This is the only
// place where errors become exit codes.
func tell(errs io.Writer, err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(errs, "stemma: stopped; what was read so far is kept, and the same command goes on from here")
		return exitFailed
	}
	code, message := exitFailed, err.Error()
	if errors.Is(err, stemma.ErrDamaged) {
		fmt.Fprintf(errs, "stemma: %s\nRestore a copy of the pile's file, or add the pages to a new pile.\n", message)
		return exitFailed
	}
	for _, e := range []struct {
		is   error
		code int
	}{{stemma.ErrNotFound, exitNotFound}, {stemma.ErrInvalid, exitUsage}, {stemma.ErrConflict, exitConflict}} {
		if errors.Is(err, e.is) {
			code = e.code
			message = strings.TrimSuffix(message, ": "+e.is.Error()) // the words before it say what is wrong
			break
		}
	}
	fmt.Fprintf(errs, "stemma: %s\n", message)
	return code
}

type versionCommand struct{}

// Run prints the version.
func (versionCommand) Run(w *world) error {
	_, err := fmt.Fprintln(w.out, "stemma", versionName())
	return err
}

// versionName is the release, else the commit, else “dev”.
func versionName() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				return "dev-" + s.Value[:12]
			}
		}
	}
	return "dev"
}
