package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

// mount makes a file system of so many bytes in a folder; that needs to be root.
func mount(folder string, size int64) error {
	return syscall.Mount("tmpfs", folder, "tmpfs", 0, fmt.Sprintf("size=%d,mode=777", size))
}

// grow makes it larger.
func grow(folder string, size int64) error {
	return syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%d", size))
}

func unmount(folder string) error { return syscall.Unmount(folder, syscall.MNT_DETACH) }

// powerless lets a command run as nobody where we are root, whom no permission stops.
func powerless(c *exec.Cmd) {
	if os.Getuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
}
