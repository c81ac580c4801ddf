using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>A moment as a number, to the second.</summary>
internal static class UnixSeconds
{
    public static ValueConverter<DateTimeOffset, long> Converter { get; } =
        new(value => value.ToUnixTimeSeconds(), value => DateTimeOffset.FromUnixTimeSeconds(value));
}
