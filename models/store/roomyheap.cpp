// SPDX-License-Identifier: Apache-2.0
#include "models/store/roomyheap.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

constexpr size_t usualPad = 128 << 10;  // glibc's.
constexpr int mostInHeap = 4 << 20;     // Above it, blocks are mapped on their own.
constexpr int mostKept = 64 << 20;
constexpr size_t threadHeap = 64 << 20;  // Size and alignment of a heap of another thread.
constexpr uintptr_t largePage = 2 << 20;

void advise(uintptr_t from, uintptr_t to)
{
    from = (from + largePage - 1) & ~(largePage - 1);
    if (from < to)
        (void)::madvise(reinterpret_cast<void *>(from), to - from, MADV_HUGEPAGE);
}

uintptr_t heapEnd()
{
    return reinterpret_cast<uintptr_t>(::sbrk(0));
}

}  // namespace

RoomyHeap::RoomyHeap(size_t bytes)
{
    // Any mallopt ends glibc's own search for good thresholds: they are set to where it would come.
    ::mallopt(M_MMAP_THRESHOLD, mostInHeap);
    ::mallopt(M_TRIM_THRESHOLD, mostKept);
    ::mallopt(M_TOP_PAD, int(std::min<size_t>(bytes, 1 << 30)));
    // Blocks as large as the heap gives them, until it has to grow.
    std::array<void *, 8> blocks {};
    const auto end = heapEnd();
    for (auto &block : blocks) {
        block = std::malloc(usualPad - 1024);
        if (heapEnd() != end)
            break;
    }
    advise(end, heapEnd());
    for (auto *block : blocks)
        std::free(block);
}

RoomyHeap::~RoomyHeap()
{
    ::mallopt(M_TOP_PAD, usualPad);
}

void RoomyHeap::useLargePages()
{
    auto *block = std::malloc(1);
    const auto heap = reinterpret_cast<uintptr_t>(block) & ~(threadHeap - 1);
    advise(heap, heap + threadHeap);
    std::free(block);
}
