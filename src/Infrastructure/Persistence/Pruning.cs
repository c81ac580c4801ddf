using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence;

internal static class Pruning
{
    private const int AtOnce = 1000;

    /// <summary>Deletes rows a few at a time, each time in a turn of its own: a writer waits for no more than these.</summary>
    /// <param name="rows">In an order, so that each turn begins where the last one ended.</param>
    public static async Task DeleteInTurnsAsync<T>(
        this IOrderedQueryable<T> rows, IUnitOfWork unitOfWork, CancellationToken cancellationToken)
    {
        var removed = AtOnce;
        while (removed == AtOnce)
            await unitOfWork.ExecuteAsync(
                async () => removed = await rows.Take(AtOnce).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }
}
