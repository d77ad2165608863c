// Package measure has what the commands that measure speed share: CPU time,
// memory and profiles.
//
// It takes functions and files and gives seconds. It promises CPU time of the whole
// process, in user and system mode, so that a busy machine does not count, and is for programs of
// bench/ only.
package measure

import (
	"fmt"
	"os"
	"runtime/pprof"
	"syscall"
)

// Peak gives the most memory that this process had so far, in megabytes (10^6 bytes).
func Peak() int {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(fmt.Sprintf("memory: %v", err))
	}
	return int(u.Maxrss * 1024 / 1e6)
}

// CPU gives the seconds of CPU that this process has used. A system that cannot tell
// ends the program: there is nothing to measure.
func CPU() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(fmt.Sprintf("CPU time: %v", err))
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

// Profiled runs what is measured, with a profile of it if a file for one is named.
func Profiled(file string, measured func() error) error {
	if file == "" {
		return measured()
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	return measured()
}
