using CleanIssuing.WebUi.Resources;
using CleanIssuing.WebUi.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CleanIssuing.UnitTests.Common;

/// <summary>The portal's own words, from its resources.</summary>
internal static class TestWords
{
    public static Words Words { get; } = new(new StringLocalizer<Messages>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    public static SpendingControlsFormatter Formatter { get; } = new(Words);

    public static DetailText Details { get; } = new(Words, Formatter);
}
